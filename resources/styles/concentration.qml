<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="share_patents">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_publications">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_deals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_score">
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
  <alias field="top" index="0" name="Last rank" />
  <alias field="clusters" index="1" name="Clusters" />
  <alias field="share_patents" index="2" name="Share of patent applications, %" />
  <alias field="share_publications" index="3" name="Share of publications, %" />
  <alias field="share_deals" index="4" name="Share of venture capital deals, %" />
  <alias field="share_score" index="5" name="Share of the score, %" />
 </aliases>
</qgis>
