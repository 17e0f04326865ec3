<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="event">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Survives" type="QString" value="survives" />
       </Option>
       <Option type="Map">
        <Option name="Enters" type="QString" value="enters" />
       </Option>
       <Option type="Map">
        <Option name="Leaves" type="QString" value="leaves" />
       </Option>
       <Option type="Map">
        <Option name="Part of a split" type="QString" value="splits" />
       </Option>
       <Option type="Map">
        <Option name="Part of a merge" type="QString" value="merges" />
       </Option>
       <Option type="Map">
        <Option name="Part of a split and a merge" type="QString" value="regroups" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="standing">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Stays in the top" type="QString" value="stays" />
       </Option>
       <Option type="Map">
        <Option name="Enters the top" type="QString" value="enters" />
       </Option>
       <Option type="Map">
        <Option name="Leaves the top" type="QString" value="leaves" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="overlap">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="previous_overlap">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
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
  <field name="previous_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_output_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_geography_patents">
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
  <field name="previous_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_output_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_geography_publications">
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
  <field name="previous_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_output_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="change_geography_deals">
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
  <alias field="event" index="0" name="Event" />
  <alias field="identity" index="1" name="Same cluster" />
  <alias field="cluster_id" index="2" name="Cluster number" />
  <alias field="previous_cluster_id" index="3" name="Previous cluster number" />
  <alias field="name" index="4" name="Name" />
  <alias field="name_ko" index="5" name="Korean name" />
  <alias field="previous_name" index="6" name="Previous name" />
  <alias field="previous_name_ko" index="7" name="Previous Korean name" />
  <alias field="rank" index="8" name="Rank" />
  <alias field="previous_rank" index="9" name="Previous rank" />
  <alias field="rank_change" index="10" name="Rank change" />
  <alias field="standing" index="11" name="Standing in the top" />
  <alias field="overlap" index="12" name="Part that lies in the previous cluster, %" />
  <alias field="previous_overlap" index="13" name="Part of the previous cluster that lies here, %" />
  <alias field="patents" index="14" name="Patents" />
  <alias field="previous_patents" index="15" name="Patents before" />
  <alias field="change_patents" index="16" name="Patents: change" />
  <alias field="change_output_patents" index="17" name="Patents: change of output" />
  <alias field="change_geography_patents" index="18" name="Patents: change of geography" />
  <alias field="publications" index="19" name="Publications" />
  <alias field="previous_publications" index="20" name="Publications before" />
  <alias field="change_publications" index="21" name="Publications: change" />
  <alias field="change_output_publications" index="22" name="Publications: change of output" />
  <alias field="change_geography_publications" index="23" name="Publications: change of geography" />
  <alias field="deals" index="24" name="Deals" />
  <alias field="previous_deals" index="25" name="Deals before" />
  <alias field="change_deals" index="26" name="Deals: change" />
  <alias field="change_output_deals" index="27" name="Deals: change of output" />
  <alias field="change_geography_deals" index="28" name="Deals: change of geography" />
 </aliases>
 <previewExpression>coalesce(if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') &lt;&gt; '', "name_ko", "name"), if(left(@qgis_locale, 2) = 'ko' and coalesce("previous_name_ko", '') &lt;&gt; '', "previous_name_ko", "previous_name"))</previewExpression>
</qgis>
