<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="score">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="focus">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Patents" type="QString" value="patents" />
       </Option>
       <Option type="Map">
        <Option name="Publications" type="QString" value="publications" />
       </Option>
       <Option type="Map">
        <Option name="Venture capital deals" type="QString" value="deals" />
       </Option>
       <Option type="Map">
        <Option name="Mixed" type="QString" value="mixed" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="addresses">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="population">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="intensity">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="tier">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Rank 1–25" type="QString" value="1-25" />
       </Option>
       <Option type="Map">
        <Option name="Rank 26–50" type="QString" value="26-50" />
       </Option>
       <Option type="Map">
        <Option name="Rank 51–75" type="QString" value="51-75" />
       </Option>
       <Option type="Map">
        <Option name="Rank 76–100" type="QString" value="76-100" />
       </Option>
       <Option type="Map">
        <Option name="Beyond rank 100" type="QString" value="beyond" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="top_organisation_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="rank" index="0" name="Rank" />
  <alias field="cluster_id" index="1" name="Cluster number" />
  <alias field="name" index="2" name="Name" />
  <alias field="name_ko" index="3" name="Korean name" />
  <alias field="economies" index="4" name="Economies" />
  <alias field="patents" index="5" name="Patent applications" />
  <alias field="publications" index="6" name="Publications" />
  <alias field="deals" index="7" name="Venture capital deals" />
  <alias field="share_patents" index="8" name="Share of patent applications, %" />
  <alias field="share_publications" index="9" name="Share of publications, %" />
  <alias field="share_deals" index="10" name="Share of venture capital deals, %" />
  <alias field="score" index="11" name="Score (sum of shares), %" />
  <alias field="focus" index="12" name="Focus" />
  <alias field="addresses" index="13" name="Addresses" />
  <alias field="sites" index="14" name="Sites" />
  <alias field="area_km2" index="15" name="Area, km²" />
  <alias field="population" index="16" name="Population" />
  <alias field="intensity" index="17" name="Intensity (score per million people)" />
  <alias field="intensity_rank" index="18" name="Intensity rank" />
  <alias field="tier" index="19" name="Tier" />
  <alias field="earlier_rank" index="20" name="Earlier rank" />
  <alias field="rank_change" index="21" name="Rank change" />
  <alias field="top_organisation" index="22" name="Leading organisation" />
  <alias field="top_organisation_share" index="23" name="Share of the leading organisation, %" />
  <alias field="top_patents" index="24" name="Leading applicant" />
  <alias field="top_publications" index="25" name="Leading organisation in publications" />
  <alias field="top_deals" index="26" name="Leading firm in venture capital deals" />
  <alias field="top_field_patents" index="27" name="Leading field of patent applications" />
  <alias field="top_field_publications" index="28" name="Leading field of publications" />
  <alias field="top_field_deals" index="29" name="Leading field of venture capital deals" />
 </aliases>
 <previewExpression>concat("rank", ' ', if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') &lt;&gt; '', "name_ko", "name"))</previewExpression>
</qgis>
